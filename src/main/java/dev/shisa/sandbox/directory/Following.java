package dev.shisa.sandbox.directory;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A value that is not kept, because it can be made from what is. */
sealed interface Following {

    /** What stands before the domain in the second address. */
    String MAIL_DOMAIN = "mail.";

    /** The value for this user. */
    Object of(User user);

    /** From the user principal name. */
    enum Name implements Following {
        WHOLE {
            @Override
            public String of(User user) {
                return user.principalName();
            }
        },
        LOCAL_PART {
            @Override
            public String of(User user) {
                return local(user.principalName());
            }
        },
        /** The name and, of the subdomain {@code mail}, another. */
        TWO_ADDRESSES {
            @Override
            public List<String> of(User user) {
                String name = user.principalName();
                String local = local(name);
                return List.of("SMTP:" + name,
                        "smtp:" + local + "@" + MAIL_DOMAIN + name.substring(local.length() + 1));
            }
        };

        /** The names, in lower case, of those who could have this address, given in lower case and without a prefix. */
        static List<String> namesBehind(String address) {
            int at = address.indexOf('@') + 1;
            return address.startsWith(MAIL_DOMAIN, at)
                    ? List.of(address, address.substring(0, at) + address.substring(at + MAIL_DOMAIN.length()))
                    : List.of(address);
        }

        private static String local(String name) {
            return name.substring(0, name.indexOf('@'));
        }

        /** As a word for messages. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A person's ordinary mailbox, by its GUID. */
    record OrdinaryMailbox(long most, long least) implements Following {

        @Override
        public Mailbox of(User user) {
            return Mailbox.ofUser(new UUID(most, least).toString());
        }
    }
}

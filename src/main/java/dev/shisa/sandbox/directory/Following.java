package dev.shisa.sandbox.directory;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A value that is not kept, because it can be made from what is. */
sealed interface Following {

    /** The value for this user. */
    @Nullable
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
                return List.of("SMTP:" + name, "smtp:" + local + "@mail." + name.substring(local.length() + 1));
            }
        };

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

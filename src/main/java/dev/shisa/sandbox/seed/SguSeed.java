package dev.shisa.sandbox.seed;

import dev.shisa.sandbox.directory.DirectoryContent;
import dev.shisa.sandbox.directory.Group;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.MailboxProperties;
import dev.shisa.sandbox.directory.MailboxProperties.Delegate;
import dev.shisa.sandbox.directory.MailboxProperties.Quota;
import dev.shisa.sandbox.directory.MailboxProperties.Right;
import dev.shisa.sandbox.directory.Role;
import dev.shisa.sandbox.directory.RoleAssignment;
import dev.shisa.sandbox.directory.ServicePrincipal;
import dev.shisa.sandbox.directory.Sku;
import dev.shisa.sandbox.directory.Skus;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The university of the accident: 2,962 students, 4,248 alumni and 121 staff, all cloud users with a mailbox by one
 * direct licence; besides one administrator, and rehearsal and sentinel accounts.
 */
final class SguSeed {

    private static final String DOMAIN = "sgu.example";
    private static final int STUDENTS = 2962;
    private static final int ALUMNI = 4248;
    private static final int STAFF = 121;
    private static final List<String> FACULTIES = List.of("Economics", "Law", "Humanities", "Business",
            "Social Information");
    private static final List<String> OFFICES = List.of("Academic Affairs", "Library", "Information Centre", "Finance",
            "Student Affairs");

    private final IdSource ids = new IdSource(20120411);
    private final List<User> users = new ArrayList<>(7400);
    private final Map<String, Group> groups = new LinkedHashMap<>();

    DirectoryContent content() {
        for (int i = 1; i <= STUDENTS; i++) {
            String faculty = FACULTIES.get(i % FACULTIES.size());
            person("s" + (110_000 + i), Skus.STUDENT, faculty, "Student", group("Students"),
                    group(faculty + " class of " + (2009 + i % 4)));
        }
        for (int i = 1; i <= ALUMNI; i++) {
            person("a" + (80_000 + i), Skus.ALUMNI, FACULTIES.get(i % FACULTIES.size()), "Alumni", group("Alumni"));
        }
        for (int i = 1; i <= STAFF; i++) {
            String office = OFFICES.get(i % OFFICES.size());
            person("staff" + (1000 + i), Skus.FACULTY, office, "Staff", group("Staff"), group(office));
        }
        special();
        String administrator = administrator();
        List<ServicePrincipal> applications = tied();
        users.sort(Comparator.comparing(User::id));
        RoleAssignment role = new RoleAssignment(ids.next(), administrator, Role.GLOBAL_ADMINISTRATOR, false,
                "2009-04-01T00:00:00Z");
        return new DirectoryContent("SGU University (sandbox)", DOMAIN, "sguexample.onmicrosoft.example",
                seats(), List.copyOf(groups.values()), applications, List.of(role), List.copyOf(users));
    }

    /** The first of an office leads it and owns its group; everybody at work uses the register of courses. */
    private List<ServicePrincipal> tied() {
        IdSource tieIds = new IdSource(2012);
        ServicePrincipal.Role editor = new ServicePrincipal.Role(tieIds.next(), "Courses.Edit", "Editor");
        ServicePrincipal courses = new ServicePrincipal(tieIds.next(), tieIds.next(), "Course register",
                List.of(editor));
        Ties ties = new Ties(users);
        for (int i = 1; i <= STAFF; i++) {
            String local = "staff" + (1000 + i);
            int first = (i - 1) % OFFICES.size() + 1;
            if (i == first) {
                ties.owner(local, group(OFFICES.get(i % OFFICES.size())));
            } else {
                ties.manager(local, "staff" + (1000 + first));
            }
            ties.assigned(local, courses, editor.id(), "2010-04-01T00:00:00Z");
        }
        String assistant = ties.id("staff1006");
        ties.arranged("staff1001", new MailboxProperties(assistant, null, true, null,
                List.of(new Delegate(assistant, Right.FULL_ACCESS), new Delegate(assistant, Right.SEND_ON_BEHALF))));
        ties.arranged("staff1002", new MailboxProperties(null, null, false, Quota.ofGigabytes(10), List.of()));
        ties.arranged("s110001",
                new MailboxProperties(null, "student@mail.fabrikam.example", false, null, List.of()));
        return List.of(courses);
    }

    private static Map<String, Integer> seats() {
        Map<String, Integer> seats = new LinkedHashMap<>();
        seats.put(Skus.STUDENT.id(), 3500);
        seats.put(Skus.ALUMNI.id(), 5000);
        seats.put(Skus.FACULTY.id(), 200);
        return seats;
    }

    private void special() {
        for (int i = 1; i <= 2; i++) {
            person("rehearsal-student-" + i, Skus.STUDENT, "Information Centre", "Rehearsal", group("Rehearsal"));
            person("rehearsal-alumni-" + i, Skus.ALUMNI, "Information Centre", "Rehearsal", group("Rehearsal"));
            person("rehearsal-staff-" + i, Skus.FACULTY, "Information Centre", "Rehearsal", group("Rehearsal"));
        }
        List<Sku> skus = List.of(Skus.STUDENT, Skus.ALUMNI, Skus.FACULTY);
        for (int i = 1; i <= 3; i++) {
            person("sentinel-" + i, skus.get(i - 1), "Information Centre", "Sentinel", group("Sentinels"));
        }
    }

    private void person(String local, Sku sku, String department, String title, String... memberOf) {
        Names.Name family = Names.family(ids);
        Names.Name given = Names.given(ids);
        boolean special = local.contains("-");
        String display = special
                ? local
                : ids.below(3) == 0 ? family.kanji() + " " + given.kanji() : given.latin() + " " + family.latin();
        String created = date(2009 + ids.below(3), ids.below(365));
        users.add(Draft.member(ids.next(), local, DOMAIN, display, created).named(family.latin(), given.latin())
                .work(department, title).set(UserField.EMPLOYEE_ID, local.toUpperCase(Locale.ROOT))
                .set(UserField.PASSWORD_CHANGED, date(2011, ids.below(365))).in(memberOf)
                .licence(sku, null, List.of(), created).mailbox(Mailbox.ofUser(ids.next())).user());
    }

    private String administrator() {
        String id = ids.next();
        users.add(Draft.member(id, "admin", DOMAIN, "Tenant Administrator", "2009-04-01T00:00:00Z")
                .work("Information Centre", "Administrator").in(group("Information Centre")).withoutMail().user());
        return id;
    }

    private String group(String name) {
        Group group = groups.computeIfAbsent(name, key -> Group.of(ids.next(), key,
                key.toLowerCase(Locale.ROOT).replace(' ', '-'), key + " (assigned)", List.of(),
                Group.Kind.ASSIGNED, "2009-04-01T00:00:00Z"));
        return group.id();
    }

    /** A moment in the night of a day; days are counted from 0. Written out by hand: it is done 15,000 times. */
    static String date(int year, int day) {
        int month = Math.min(day / 28 + 1, 12);
        int dayOfMonth = day % 28 + 1;
        return year + (month < 10 ? "-0" : "-") + month + (dayOfMonth < 10 ? "-0" : "-") + dayOfMonth + "T03:12:45Z";
    }
}

package dev.shisa.sandbox.directory;

import java.util.List;

/**
 * A group. Who is in it stands with the users; only groups inside groups stand here.
 *
 * @param parents   groups that this group is a member of
 * @param owners    object ids of users
 * @param licences  products that the group gives to its members
 * @param roleAware whether roles may be assigned to the group
 */
public record Group(String id, String displayName, String mailNickname, String description, List<String> parents,
        List<String> owners, List<String> licences, boolean roleAware, String created) {

    public Group {
        parents = List.copyOf(parents);
        owners = List.copyOf(owners);
        licences = List.copyOf(licences);
    }
}

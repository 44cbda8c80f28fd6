package dev.shisa.tenant;

import java.util.SortedSet;

/**
 * Through whose eyes a tenant is read.
 *
 * @param application client id of the reading application
 * @param permissions what its token says it may do
 * @param wholeTenant whether these permissions reach every account; a listing of part of a tenant is never complete
 */
public record Viewpoint(String application, SortedSet<String> permissions, boolean wholeTenant) {
}

package dev.shisa.catalog;

import java.util.Optional;

/**
 * One writing request, complete but for the host.
 *
 * @param method DELETE, PATCH, POST or PUT
 * @param path below the version, beginning with a slash, without query
 * @param body JSON text, where there is one; a reference to another object in it begins below the version as well
 */
public record WireCall(String method, String path, Optional<String> body) {
    /** What a person needs to recognise it. */
    public String describe() {
        return method + " " + path;
    }
}

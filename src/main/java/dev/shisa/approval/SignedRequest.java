package dev.shisa.approval;

/**
 * A request with one signature, as they were found; nothing of it is believed yet.
 *
 * @param name what it is called when it is complained about, such as the name of the signature's file
 * @param request the text of the request
 * @param signature the signature in text form
 */
public record SignedRequest(String name, String request, String signature) {
}

package dev.shisa.report;

/**
 * Who asked for a run, and why.
 *
 * @param by who started it
 * @param reason why, in the words of the plan; empty where nothing was said
 * @param ticket the ticket; empty where there is none
 */
public record Request(String by, String reason, String ticket) {
}

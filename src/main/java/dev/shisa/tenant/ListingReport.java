package dev.shisa.tenant;

import java.util.List;

/**
 * How a listing ended.
 *
 * @param pages pages read
 * @param rows objects delivered
 * @param largestPage objects on the fullest page
 * @param finished whether the last page carried no further link
 * @param warnings what the service said beside its answer
 */
public record ListingReport(int pages, long rows, int largestPage, boolean finished, List<String> warnings) {
    public ListingReport {
        warnings = List.copyOf(warnings);
    }
}

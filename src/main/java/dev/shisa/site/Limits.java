package dev.shisa.site;

/**
 * Caps that the policies apply. Percentages are of the active accounts.
 *
 * @param targets accounts of one plan
 * @param targetsPercent the same in percent
 * @param day accounts lost in 24 hours
 * @param dayPercent the same in percent
 * @param growth how many times larger than the largest run of its command a bulk plan may be
 */
public record Limits(int targets, int targetsPercent, int day, int dayPercent, int growth) {
    /** What holds where a site pins nothing. */
    public static Limits standard() {
        return new Limits(500, 5, 1000, 10, 10);
    }
}

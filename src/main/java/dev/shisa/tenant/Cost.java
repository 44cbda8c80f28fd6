package dev.shisa.tenant;

/**
 * What a request takes of the quotas.
 *
 * @param units resource units
 * @param writes requests that write
 * @param reports requests for the audit log
 */
public record Cost(int units, int writes, int reports) {
    /** What no quota counts. */
    public static final Cost NOTHING = new Cost(0, 0, 0);
    /** One writing request: a write costs one resource unit beside itself. */
    public static final Cost WRITE = new Cost(1, 1, 0);

    /** Both together. */
    public Cost plus(Cost other) {
        return new Cost(units + other.units, writes + other.writes, reports + other.reports);
    }

    int of(Budget.Scope scope) {
        return switch (scope) {
            case UNITS -> units;
            case WRITES -> writes;
            case REPORTS -> reports;
        };
    }
}

package dev.shisa.sandbox.query;

/** A query that the service does not answer: Graph's status, code and message. */
public final class QueryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String text;

    private QueryRefused(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.text = message;
    }

    /** Not understood: a mistake in the query. */
    public static QueryRefused bad(String message) {
        return new QueryRefused(400, "Request_BadRequest", message);
    }

    /** Understood, but not offered, or not in this form. */
    public static QueryRefused unsupported(String message) {
        return new QueryRefused(400, "Request_UnsupportedQuery", message);
    }

    /** Offered for one object only. */
    public static QueryRefused notImplemented(String message) {
        return new QueryRefused(501, "NotImplemented", message);
    }

    static QueryRefused advanced(String operator) {
        return unsupported("Operator '" + operator + "' is not supported because the required parameters might be "
                + "missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to "
                + "https://aka.ms/graph-docs/advanced-queries for more information");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String text() {
        return text;
    }
}

package dev.shisa.sandbox.exchange;

/** An error of a cmdlet, as Exchange tells it: clients branch on the exception's type, not on the status. */
final class ExchangeProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String mark;
    private final String type;

    private ExchangeProblem(int status, String code, String mark, String type, String text) {
        super(text, null, false, false);
        this.status = status;
        this.code = code;
        this.mark = mark;
        this.type = type;
    }

    static ExchangeProblem notFound(String identity) {
        return new ExchangeProblem(404, "NotFound", "Ex6F9304",
                "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
                "The operation couldn't be performed because object '" + identity
                        + "' couldn't be found on 'SANDBOX01.sandbox.example'.");
    }

    static ExchangeProblem ambiguous(String identity) {
        return new ExchangeProblem(400, "BadRequest", "Ex59A9D0",
                "Microsoft.Exchange.Configuration.Tasks.ManagementObjectAmbiguousException",
                "The operation couldn't be performed because '" + identity + "' matches multiple entries.");
    }

    static ExchangeProblem unknownParameter(String name) {
        return binding("A parameter cannot be found that matches parameter name '" + name + "'.");
    }

    static ExchangeProblem wrongParameter(String name, String value) {
        return binding("Cannot process argument transformation on parameter '" + name + "'. Cannot convert value \""
                + value + "\".");
    }

    static ExchangeProblem missingParameter(String name) {
        return binding("Cannot process command because of one or more missing mandatory parameters: " + name + ".");
    }

    static ExchangeProblem badRequest(String text) {
        return new ExchangeProblem(400, "BadRequest", "Ex000400",
                "Microsoft.Exchange.Admin.OData.Core.ODataServiceException", text);
    }

    private static ExchangeProblem binding(String text) {
        return new ExchangeProblem(400, "BadRequest", "Ex94914C",
                "System.Management.Automation.ParameterBindingException", text);
    }

    static ExchangeProblem disturbed(int status) {
        String code = switch (status) {
            case 429 -> "TooManyRequests";
            case 404 -> "NotFound";
            case 503 -> "ServiceUnavailable";
            default -> status < 500 ? "BadRequest" : "InternalServerError";
        };
        return new ExchangeProblem(status, code, "Ex9A2C11",
                "Microsoft.Exchange.Admin.OData.Core.ODataServiceException",
                "The server cannot process the request now. Please try again later.");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String type() {
        return type;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    /** What stands in {@code details[].message}. */
    String detail() {
        return mark + "|" + type + "|" + text();
    }
}

package dev.shisa.approval;

import dev.shisa.fuzz.Edits;
import dev.shisa.fuzz.FuzzTarget;
import dev.shisa.fuzz.Oracle;
import dev.shisa.store.Digest;
import java.nio.charset.StandardCharsets;

/** The file of an approval request. The input is taken for it, and for changes of a valid one. */
public final class ApprovalRequestTarget implements FuzzTarget {
    private final byte[] valid = new Scene().text().getBytes(StandardCharsets.UTF_8);

    @Override
    public String name() {
        return "approval-request";
    }

    @Override
    public void accept(byte[] input) {
        Oracle.holds(ApprovalRequestFile.read(valid) instanceof ApprovalRequestFile.Content.Intact,
                "the valid request is not read");
        stands(input);
        stands(Edits.apply(valid, input));
    }

    private static void stands(byte[] file) {
        switch (ApprovalRequestFile.read(file)) {
            case ApprovalRequestFile.Content.Intact intact -> {
                byte[] written = ApprovalRequestFile.write(intact.request());
                Oracle.same("a request is written in one way", text(file), text(written));
                Oracle.same("its digest is that of its bytes", Digest.of(file), intact.digest());
                Oracle.same("what is accepted is read as it is written", intact, ApprovalRequestFile.read(written));
                Oracle.holds(text(file).codePoints().noneMatch(ApprovalRequestTarget::isHidden),
                        "a person signs what cannot be seen");
            }
            case ApprovalRequestFile.Content.Malformed malformed ->
                Oracle.holds(malformed.reason().endsWith("."), "a refusal is a sentence: " + malformed.reason());
        }
    }

    private static boolean isHidden(int point) {
        return point != '\n' && (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT);
    }

    /** One character for each byte would hide nothing, but direction marks have more. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

package dev.shisa.bench;

import dev.shisa.account.AccountId;
import dev.shisa.execute.Timer;
import dev.shisa.site.Site;
import dev.shisa.tenant.Tenant;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A fresh tenant whose time passes only when somebody waits, and that tells the truth about itself. */
interface FailStage extends AutoCloseable {

    /**
     * A write that took effect.
     *
     * @param account whom it met
     * @param requestId under which it was sent
     */
    record Write(AccountId account, UUID requestId) {
    }

    /** The tenant as one process reaches it. */
    Tenant reach();

    /** What its owners pin; one account at a time, so that steps come in the same order each time. */
    Site site();

    /** Its time. */
    Timer timer();

    /** Sign-in names of the accounts that the run is for. */
    List<String> targets();

    /** What became of every account since the beginning. */
    Map<AccountId, Fate> fates();

    /** Object ids of the accounts that the run is for. */
    List<AccountId> targetIds();

    /** Every write that took effect since the beginning. */
    List<Write> writes();

    /** From here on the n-th request of a case fails so; the first one that comes now is the first. */
    void strike(FailCase one);

    /** From here on nothing fails. */
    void heal();

    /** How many requests came since the last strike. */
    int requests();

    /** Whether something near the n-th request since the last strike may change an account. */
    boolean isWrite(int nth);

    @Override
    void close() throws IOException;

    /** The sandbox's own bundle, for one account at a time and waves of several. */
    static Site oneByOne() {
        Site sandbox = Site.sandbox();
        return new Site(sandbox.kind(), sandbox.source(), sandbox.store(), sandbox.contacts(), sandbox.rehearsal(),
                sandbox.sentinels(), sandbox.breakGlass(),
                sandbox.probes(), sandbox.waits(), sandbox.exposureAbsolute(), 20, 1, 0, sandbox.quota(),
                sandbox.governance());
    }
}

package dev.shisa.document;

import java.util.Locale;
import java.util.Set;

/** The verbs that names of commands begin with. Lower case. */
final class Verbs {
    /** What Get-Verb lists, and what PowerShell's own commands use beside. */
    private static final Set<String> APPROVED = Set.of("add", "approve", "assert", "backup", "block", "build",
            "checkpoint", "clear", "close", "compare", "complete", "compress", "confirm", "connect", "convert",
            "convertfrom", "convertto", "copy", "debug", "deny", "deploy", "disable", "disconnect", "dismount", "edit",
            "enable", "enter", "exit", "expand", "export", "find", "foreach", "format", "get", "grant", "group", "hide",
            "import", "initialize", "install", "invoke", "join", "limit", "lock", "measure", "merge", "mount", "move",
            "new", "open", "optimize", "out", "ping", "pop", "protect", "publish", "push", "read", "receive", "redo",
            "register", "remove", "rename", "repair", "request", "reset", "resize", "resolve", "restart", "restore",
            "resume", "revoke", "save", "search", "select", "send", "set", "show", "skip", "sort", "split", "start",
            "step", "stop", "submit", "suspend", "switch", "sync", "tee", "test", "trace", "unblock", "undo",
            "uninstall", "unlock", "unprotect", "unpublish", "unregister", "update", "use", "wait", "watch", "where",
            "write");
    /** What modules of services and scripts of administrators use although it is not approved. */
    private static final Set<String> USUAL = Set.of("apply", "archive", "assign", "check", "clean", "cleanup", "create",
            "delete", "deprovision", "destroy", "download", "drop", "erase", "execute", "force", "generate", "kill",
            "list", "load", "make", "migrate", "modify", "offboard", "onboard", "process", "provision", "purge",
            "reboot", "recover", "refresh", "retire", "retrieve", "retry", "run", "setup", "shutdown", "terminate",
            "unassign", "upgrade", "upload", "validate", "verify", "wipe");

    private Verbs() {
    }

    static boolean contain(String word) {
        String verb = word.toLowerCase(Locale.ROOT);
        return APPROVED.contains(verb) || USUAL.contains(verb);
    }
}

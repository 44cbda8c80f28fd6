package dev.shisa.document;

import java.util.Locale;
import java.util.Set;

/** What the label of a code block says about the language in it. */
final class Label {
    private static final Set<String> POWERSHELL = Set.of("powershell", "ps1", "ps", "pwsh", "posh", "psm1", "psd1",
            "azurepowershell", "azurepowershell-interactive", "powershell-interactive");
    private static final Set<String> OTHERS = Set.of("json", "jsonc", "yaml", "yml", "xml", "csv", "html", "css",
            "bash",
            "sh", "zsh", "azurecli", "azurecli-interactive", "python", "py", "kql", "kusto", "sql", "mermaid", "http",
            "javascript", "js", "typescript", "ts", "java", "csharp", "cs", "c#", "c", "cpp", "go", "rust", "ruby",
            "perl", "php", "vb", "vbscript", "ini", "toml", "diff", "markdown", "md", "dockerfile", "bat", "batch",
            "cmd", "regex", "log", "plantuml", "dot", "hcl", "terraform", "bicep", "output");

    private Label() {
    }

    /** How much of a block with this label is code. */
    static Section.Nature nature(String label) {
        String word = label.strip().split("[\\s{,:]", 2)[0].toLowerCase(Locale.ROOT);
        if (POWERSHELL.contains(word)) {
            return Section.Nature.CODE;
        }
        return OTHERS.contains(word) ? Section.Nature.PROSE : Section.Nature.LISTING;
    }
}

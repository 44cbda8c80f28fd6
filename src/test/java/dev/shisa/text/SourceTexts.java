package dev.shisa.text;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Every text of the program's sources, as the compiler reads them. */
final class SourceTexts {
    /** The place where each text stands first. */
    final Map<String, String> texts = new TreeMap<>();
    /** The members of rows, as the headings of a listing say them. */
    final Set<String> headings = new TreeSet<>();
    /** Places where a text is no literal, so that nobody can translate it beforehand. */
    final List<String> unreadable = new ArrayList<>();

    static SourceTexts of(Path sources) throws IOException {
        SourceTexts found = new SourceTexts();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(sources)) {
            List<Path> java = paths.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("Text.java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(null, files, _ -> {
            }, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(java));
            for (CompilationUnitTree unit : task.parse()) {
                found.read(unit);
            }
        }
        return found;
    }

    private void read(CompilationUnitTree unit) {
        String file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
        boolean isScreen = unit.getSourceFile().toUri().getPath().contains("/cli/");
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                if (call.getMethodSelect() instanceof MemberSelectTree member
                        && isScreen && member.getIdentifier().contentEquals("with")
                        && call.getArguments().size() == 2) {
                    literal(call.getArguments().getFirst()).ifPresent(name -> headings.add(name.replace('_', ' ')));
                }
                if (call.getMethodSelect() instanceof MemberSelectTree select
                        && select.getExpression().toString().equals("Text")) {
                    switch (select.getIdentifier().toString()) {
                        case "of" -> take(call.getArguments().get(0), file);
                        case "counted" -> {
                            take(call.getArguments().get(1), file);
                            take(call.getArguments().get(2), file);
                        }
                        default -> {
                        }
                    }
                }
                return super.visitMethodInvocation(call, null);
            }
        }.scan(unit, null);
    }

    private void take(ExpressionTree expression, String file) {
        Optional<String> text = literal(expression);
        if (text.isPresent()) {
            texts.putIfAbsent(text.get(), file);
        } else {
            unreadable.add(file + ": " + expression);
        }
    }

    private static Optional<String> literal(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal when literal.getValue() instanceof String text -> Optional.of(text);
            case ParenthesizedTree inner -> literal(inner.getExpression());
            case BinaryTree sum -> literal(sum.getLeftOperand())
                    .flatMap(left -> literal(sum.getRightOperand()).map(right -> left + right));
            default -> Optional.empty();
        };
    }
}

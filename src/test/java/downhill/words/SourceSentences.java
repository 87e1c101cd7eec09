package downhill.words;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Every sentence that the source of the lower layers can say: string literals and what is joined to them, as the compiler reads them. */
final class SourceSentences {
    /** What stands where a value is put in; it looks like no word. */
    static final String VALUE = "\u2460";
    private static final Pattern PROSE = Pattern.compile("[A-Za-z]{2,} [a-z]{2,}[ ,;:.].*|.*[a-z]{2,} [a-z]+ [a-z]{2,}.*", Pattern.DOTALL);
    /** What these hold is for the log and for those who build the program. */
    private static final Set<String> INTERNAL = Set.of("IllegalStateException", "UnsupportedOperationException", "AssertionError",
            "CancellationException");
    private static final Set<String> LOG = Set.of("trace", "debug", "info", "warn", "error");

    /** A sentence with {@link #VALUE} for what is put in, and where it stands. */
    record Found(String text, String place) {
        /** The class whose file it stands in. */
        String file() {
            return place.substring(0, place.indexOf(".java"));
        }
    }

    private SourceSentences() {
    }

    static List<Found> in(List<Path> folders) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Found> found = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjectsFromPaths(sources(folders)));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Reader(unit, positions, found), null);
            }
        }
        return found;
    }

    private static List<Path> sources(List<Path> folders) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
            }
        }
        return all;
    }

    private static final class Reader extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Found> found;

        Reader(CompilationUnitTree unit, SourcePositions positions, List<Found> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitAnnotation(AnnotationTree node, Void nothing) {
            return null;
        }

        @Override
        public Void visitNewClass(NewClassTree node, Void nothing) {
            return INTERNAL.contains(node.getIdentifier().toString()) ? null : super.visitNewClass(node, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree node, Void nothing) {
            String method = node.getMethodSelect().toString();
            boolean logged = method.startsWith("LOG.") && LOG.contains(method.substring(4));
            return logged ? null : super.visitMethodInvocation(node, nothing);
        }

        @Override
        public Void visitBinary(BinaryTree node, Void nothing) {
            if (node.getKind() != Tree.Kind.PLUS) {
                return super.visitBinary(node, nothing);
            }
            texts(node).forEach(text -> keep(text, node));
            return inner(node);
        }

        /** What is put in may say something itself. */
        private Void inner(ExpressionTree node) {
            if (node instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                inner(sum.getLeftOperand());
                return inner(sum.getRightOperand());
            }
            if (node instanceof ParenthesizedTree brackets) {
                return inner(brackets.getExpression());
            }
            if (node instanceof ConditionalExpressionTree choice) {
                scan(choice.getCondition(), null);
                inner(choice.getTrueExpression());
                return inner(choice.getFalseExpression());
            }
            return node instanceof LiteralTree ? null : scan(node, null);
        }

        @Override
        public Void visitLiteral(LiteralTree node, Void nothing) {
            texts(node).forEach(text -> keep(text, node));
            return null;
        }

        private void keep(String text, Tree node) {
            if (PROSE.matcher(text).matches()) {
                long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, node));
                found.add(new Found(text, Path.of(unit.getSourceFile().getName()).getFileName() + ":" + line));
            }
        }

        private static List<String> texts(ExpressionTree node) {
            if (node instanceof LiteralTree literal) {
                return List.of(literal.getValue() instanceof String text ? formatted(text) : String.valueOf(literal.getValue()));
            }
            if (node instanceof ParenthesizedTree brackets) {
                return texts(brackets.getExpression());
            }
            if (node instanceof ConditionalExpressionTree choice) {
                return Stream.concat(texts(choice.getTrueExpression()).stream(), texts(choice.getFalseExpression()).stream()).toList();
            }
            if (node instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                List<String> right = texts(sum.getRightOperand());
                return texts(sum.getLeftOperand()).stream().flatMap(left -> right.stream().map(left::concat)).toList();
            }
            return List.of(VALUE);
        }

        private static String formatted(String text) {
            return text.replaceAll("%[\\d.,$-]*[sdfge]", VALUE).replace("%%", "%");
        }
    }
}

package downhill.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LambdaExpressionTree.BodyKind;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Finds conditional expressions (?:) within others. Sources are parsed, not compiled. */
final class Conditionals extends TreeScanner<Void, Void> {
    private final CompilationUnitTree file;
    private final SourcePositions positions;
    private final List<String> found;
    private int around;

    private Conditionals(CompilationUnitTree file, SourcePositions positions, List<String> found) {
        this.file = file;
        this.positions = positions;
        this.found = found;
    }

    /** File and line of each that stands in another. */
    static List<String> within(List<Path> sources) throws IOException {
        try (StandardJavaFileManager files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null,
                StandardCharsets.UTF_8)) {
            return scan(files.getJavaFileObjectsFromPaths(sources));
        }
    }

    /** The same for a class of that name with these members. */
    static List<String> within(String name, String members) {
        return scan(List.of(new SimpleJavaFileObject(URI.create("memory:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return "class " + name + " { " + members + " }";
            }
        }));
    }

    private static List<String> scan(Iterable<? extends JavaFileObject> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
        List<String> found = new ArrayList<>();
        try {
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree file : task.parse()) {
                new Conditionals(file, positions, found).scan(file, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    @Override
    public Void visitConditionalExpression(ConditionalExpressionTree conditional, Void unused) {
        if (around > 0) {
            String name = Path.of(file.getSourceFile().toUri().getPath()).getFileName().toString();
            found.add(name + ":" + file.getLineMap().getLineNumber(positions.getStartPosition(file, conditional)));
        }
        around++;
        super.visitConditionalExpression(conditional, unused);
        around--;
        return null;
    }

    /** Statements within are read on their own. */
    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
        int outer = around;
        around = lambda.getBodyKind() == BodyKind.STATEMENT ? 0 : around;
        super.visitLambdaExpression(lambda, unused);
        around = outer;
        return null;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
        int outer = around;
        around = 0;
        super.visitClass(type, unused);
        around = outer;
        return null;
    }
}

package downhill.export.text;

import downhill.export.ModelText;
import downhill.export.StoredRow;
import downhill.export.Template;
import downhill.expr.JavaCode;
import downhill.model.TrainedEnsemble;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;

/**
 * A model as one Java source file without dependencies. Its sums are taken in the order of their terms, those of the program in blocks, so
 * that answers may differ in their last digits.
 */
public final class JavaSource {
    /** Bytes that a constant of a class file may have at most, less some. */
    private static final int CONSTANT = 60_000;

    private JavaSource() {
    }

    /**
     * The source.
     *
     * @param className of the class, and so of the file
     * @throws RefusedException where no class can be called so
     */
    public static String of(TrainedEnsemble model, List<StoredRow> rows, String className) {
        if (className.isEmpty() || !JavaCode.name(className).equals(className) || !Character.isJavaIdentifierStart(className.charAt(0))) {
            throw new RefusedException(Said.of("export.className", className));
        }
        return Template.of("model.java.txt").with("CLASS", className).with("ABOUT", About.of(model))
                .with("TEXT", blocks(ModelText.of(model, rows)))
                .text();
    }

    /** Text blocks that are short enough, each of whole lines. */
    private static String blocks(String text) {
        StringBuilder blocks = new StringBuilder();
        StringBuilder block = new StringBuilder();
        for (String line : text.split("\n")) {
            if (block.length() + line.length() > CONSTANT) {
                blocks.append(quoted(block));
                block.setLength(0);
            }
            block.append(line).append('\n');
        }
        return blocks.append(quoted(block)).toString();
    }

    private static String quoted(CharSequence block) {
        return "\"\"\"\n" + block + "\"\"\",\n";
    }
}

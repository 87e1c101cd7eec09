package downhill.ui.screen.model;

import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sizes of layers one after another, as a person types them: {@code 16, 16} or {@code 16-16}, nothing for no layer.
 *
 * @param sizes   each from 1 to {@link #MOST}; none where there is a problem
 * @param problem why the text is no such list; empty where it is one
 */
record SizeList(List<Integer> sizes, String problem) {
    static final int MOST = 4096;
    /** Between two digits a stroke stands for "then"; before a digit alone it is a sign. */
    private static final String BETWEEN = "[\\s,;，；、]+|(?<=[0-9])\\s*[–-]\\s*(?=[0-9])|\\s+[–-]\\s+";

    static SizeList of(String text) {
        List<Integer> sizes = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.strip().split(BETWEEN)) {
            double size = Numbers.parse(part);
            if (size != Math.rint(size) || size < 1 || size > MOST) { // no number at all is unequal to itself
                return new SizeList(List.of(), Messages.text("model.sizes.wrong", part, Numbers.count(MOST)));
            }
            sizes.add((int) size);
        }
        return new SizeList(sizes, "");
    }

    static String text(List<Integer> sizes) {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}

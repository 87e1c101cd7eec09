package downhill.compress;

import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Families;
import downhill.model.Family;
import downhill.model.InputShape;
import downhill.model.TrainedModel;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Students as people write them: {@code mlp:16,8}, {@code linear}, {@code tree:12}, or the name of a family. */
public final class StudentText {
    private static final String TREE = "tree";
    private static final String NETWORK = "mlp";
    private static final String LINEAR = "linear";
    private static final int USUAL_LEAVES = 8;
    private static final int MOST = 100_000;

    private StudentText() {
    }

    /** Leaves of a tree that is written; 0 for what is no tree. */
    public static int leaves(String text) {
        if (!name(text).equals(TREE)) {
            return 0;
        }
        List<Integer> sizes = sizes(text);
        if (sizes.size() > 1 || sizes.contains(1)) {
            throw refused(text);
        }
        return sizes.isEmpty() ? USUAL_LEAVES : sizes.get(0);
    }

    /**
     * The shape of a student that is no tree; one of no sizes is as usual on examples of this shape.
     *
     * @throws RefusedException in one sentence where it is none
     */
    public static Architecture architecture(String text, InputShape shape) {
        List<Integer> sizes = sizes(text);
        if (name(text).equals(LINEAR) && sizes.isEmpty()) {
            return new Architecture.Mlp(List.of(), List.of());
        }
        if (name(text).equals(NETWORK) && !sizes.isEmpty()) {
            return new Architecture.Mlp(sizes, Activation.RELU);
        }
        Family<?> family = sizes.isEmpty() ? Families.named(name(text)).orElse(null) : null;
        if (family == null) {
            throw refused(text);
        }
        return family.start(shape);
    }

    /** A network of half as many units in each layer; of what has no units, a linear one. */
    static String half(TrainedModel model) {
        Architecture architecture = model.model().architecture();
        String sizes = Family.of(architecture).units(architecture, InputShape.of(model.preprocessing().inputShape())).stream()
                .map(layer -> String.valueOf((layer.count() + 1) / 2)).collect(Collectors.joining(","));
        return sizes.isEmpty() ? LINEAR : NETWORK + ":" + sizes;
    }

    private static String name(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(0, colon);
    }

    private static List<Integer> sizes(String text) {
        List<Integer> sizes = new ArrayList<>();
        int colon = text.indexOf(':');
        for (String each : colon < 0 ? new String[0] : text.substring(colon + 1).split(",", -1)) {
            if (!each.matches("[1-9]\\d{0,5}") || Integer.parseInt(each) > MOST) {
                throw refused(text);
            }
            sizes.add(Integer.valueOf(each));
        }
        return sizes;
    }

    private static RefusedException refused(String text) {
        return new RefusedException(Said.of("compress.student", text, Families.names()));
    }
}

package downhill.model;

import downhill.words.Said;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Class weights as a person writes them: {@code balanced}, or {@code CLASS=WEIGHT, CLASS=WEIGHT}. A class may have a comma in its name. */
public final class ClassWeightsText {
    private static final String BALANCED = "balanced";

    private ClassWeightsText() {
    }

    /** @throws ModelException where it is neither */
    public static ClassWeights parse(String text) {
        if (text.strip().equalsIgnoreCase(BALANCED)) {
            return new ClassWeights.Balanced();
        }
        Map<String, Double> byClass = new LinkedHashMap<>();
        String name = "";
        for (String piece : text.split(",", -1)) {
            name = name.isEmpty() ? piece : name + "," + piece;
            int sign = name.lastIndexOf('=');
            if (sign > 0) {
                put(byClass, name.substring(0, sign).strip(), name.substring(sign + 1).strip());
                name = "";
            }
        }
        if (!name.isBlank() || byClass.isEmpty()) {
            throw new ModelException(Said.of("model.classes.text", text.strip()));
        }
        return new ClassWeights.Given(byClass);
    }

    private static void put(Map<String, Double> byClass, String name, String number) {
        try {
            if (byClass.put(name, Double.valueOf(number)) != null) {
                throw new ModelException(Said.of("model.classes.again", name));
            }
        } catch (NumberFormatException e) {
            throw new ModelException(Said.of("model.classes.weight", name, ClassWeights.LEAST, ClassWeights.MOST, number));
        }
    }

    /** What {@link #parse} reads; empty for null. */
    public static String of(ClassWeights weights) {
        if (weights instanceof ClassWeights.Given given) {
            return new TreeMap<>(given.byClass()).entrySet().stream().map(each -> each.getKey() + "=" + number(each.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return weights == null ? "" : BALANCED;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}

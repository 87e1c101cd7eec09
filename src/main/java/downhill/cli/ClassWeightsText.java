package downhill.cli;

import downhill.model.ClassWeights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Class weights as they are written on the command line: {@code balanced}, or {@code CLASS=W,CLASS=W}. A class may have a comma in its name. */
final class ClassWeightsText {
    private ClassWeightsText() {
    }

    /** @throws InputException where it is neither */
    static ClassWeights parse(List<String> given) {
        String text = String.join(",", given).strip();
        if (text.equalsIgnoreCase("balanced")) {
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
        if (!name.isEmpty() || byClass.isEmpty()) {
            throw new InputException("--class-weights \"" + text + "\" is neither balanced nor of the form CLASS=WEIGHT,CLASS=WEIGHT.");
        }
        return new ClassWeights.Given(byClass);
    }

    private static void put(Map<String, Double> byClass, String name, String number) {
        try {
            if (byClass.put(name, Double.valueOf(number)) != null) {
                throw new InputException("--class-weights names the class \"" + name + "\" twice.");
            }
        } catch (NumberFormatException e) {
            throw new InputException("--class-weights: the weight of the class \"" + name + "\" must be a number, but is \"" + number + "\".");
        }
    }
}

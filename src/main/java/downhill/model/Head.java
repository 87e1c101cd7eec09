package downhill.model;

import java.util.Set;
import java.util.stream.Collectors;

/** The last layer of a model, which gives the answers; all before it is the body, which can serve another question. */
public final class Head {
    private Head() {
    }

    /**
     * Names of its arrays.
     *
     * @throws ModelException where the model does not fit the data
     */
    public static Set<String> arrays(ModelSpec spec, InputShape shape, int outputs) {
        var roles = ModelBuilder.oneRow(spec, shape, outputs).roles();
        String layer = layer(roles.get(roles.size() - 1).name()) + ".";
        return roles.stream().map(ParameterRole::name).filter(name -> name.startsWith(layer)).collect(Collectors.toSet());
    }

    /** The layer that an array belongs to: its name without its last part. */
    public static String layer(String array) {
        int dot = array.lastIndexOf('.');
        return dot < 0 ? array : array.substring(0, dot);
    }
}

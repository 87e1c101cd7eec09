package downhill.export.onnx.run;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import java.util.List;

/** What is written at a node. */
record Attributes(NodeProto node) {
    private AttributeProto find(String name) {
        return node.getAttributeList().stream().filter(each -> each.getName().equals(name)).findFirst().orElse(null);
    }

    long whole(String name, long usual) {
        AttributeProto found = find(name);
        return found == null ? usual : found.getI();
    }

    long[] wholes(String name) {
        AttributeProto found = find(name);
        return found == null ? new long[0] : found.getIntsList().stream().mapToLong(Long::longValue).toArray();
    }

    List<String> texts(String name) {
        AttributeProto found = find(name);
        return found == null ? List.of() : found.getStringsList().stream().map(ByteString::toStringUtf8).toList();
    }

    String text(String name) {
        AttributeProto found = find(name);
        return found == null ? "" : found.getS().toStringUtf8();
    }
}

package huisheng.analysis.pack;

/**
 * What can be judged.
 *
 * @param name as people read it, for example 包装
 * @param group a tag over several aspects, for example 产品质量
 * @param firm its cues outweigh a target of another aspect: 客服不给退 is about the return, not about the staff
 */
public record Aspect(String id, String name, String group, boolean firm) {}

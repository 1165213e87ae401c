package cn.mentougou.structure.samples;

/** Stands in the root package, which nobody may use. */
public class RootType {

}

package cn.mentougou.structure.samples.undeclared;

import cn.mentougou.structure.samples.RootType;

/** Lives in a package without {@code package-info} and uses the root package. */
public class Undeclared extends RootType {

}

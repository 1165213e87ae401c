package cn.mentougou.structure.samples.wechatsim;

import cn.mentougou.structure.samples.education.Application;

/** A simulator that knows what it watches. */
public class Simulator extends Application {

}

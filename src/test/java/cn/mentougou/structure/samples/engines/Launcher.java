package cn.mentougou.structure.samples.engines;

import cn.mentougou.structure.samples.wechatsim.Simulator;

/** A launcher that knows the simulator. */
class Launcher extends Simulator {

}

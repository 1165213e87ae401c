package cn.mentougou.structure.samples.education;

/** Stands for the application. */
public class Application {

}

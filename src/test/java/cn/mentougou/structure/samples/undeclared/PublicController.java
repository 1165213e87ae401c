package cn.mentougou.structure.samples.undeclared;

import org.springframework.stereotype.Controller;

/** A controller that other modules could call. */
@Controller
public class PublicController {

}

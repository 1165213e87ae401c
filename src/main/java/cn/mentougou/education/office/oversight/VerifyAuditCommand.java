package cn.mentougou.education.office.oversight;

import java.io.PrintStream;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.audit.Anchor;
import cn.mentougou.education.office.audit.Verdict;
import cn.mentougou.education.office.audit.Verification;
import cn.mentougou.education.office.command.Command;

/**
 * {@code java -jar … verify-audit}: walks the whole chain, with an anchor that was kept
 * elsewhere if one is given.
 */
@Component
class VerifyAuditCommand implements Command {

	private final ObjectProvider<Verification> verification;

	VerifyAuditCommand(ObjectProvider<Verification> verification) {
		this.verification = verification;
	}

	@Override
	public String name() {
		return "verify-audit";
	}

	@Override
	public String help() {
		return "[<位置> <哈希>]  从头核对审计链；给出另存的定锚时，也与它核对";
	}

	@Override
	public int run(List<String> arguments, PrintStream out) {
		boolean isAnchored = arguments.size() == 2;
		if (!arguments.isEmpty() && !isAnchored || isAnchored
				&& !(arguments.get(0).matches("[1-9]\\d{0,17}") && arguments.get(1).matches("[0-9a-fA-F]{64}"))) {
			out.println("用法：verify-audit [<定锚的位置> <定锚的哈希，64 个十六进制字符>]");
			return MISUSED;
		}
		Verification chain = this.verification.getObject();
		Verdict verdict = isAnchored ? chain.verifyAll(Anchor.kept(Long.parseLong(arguments.get(0)), arguments.get(1)))
				: chain.verifyAll();
		out.println((verdict.ok() ? "✔ " : "✘ ") + verdict.sentence());
		chain.head()
			.ifPresent((head) -> out.println("  链尾：第 " + head.position() + " 条，" + head.hashText() + "（可另存，日后作为定锚核对）"));
		return verdict.ok() ? 0 : 1;
	}

}

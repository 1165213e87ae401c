package cn.mentougou.education.office.processing;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What is typed about something that is done with personal data. */
record ActivityForm(@NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 1000) String purpose,
		@NotBlank @Size(max = 500) String legalBasis, @NotBlank @Size(max = 1000) String categories,
		@Nullable Boolean aboutMinors, @Size(max = 500) @Nullable String recipients,
		@NotBlank @Size(max = 500) String retention, @Size(max = 40) @Nullable String inCharge,
		@Size(max = 20) @Nullable String inChargePhone,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate assessedOn,
		@Size(max = 1000) @Nullable String assessment,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate auditedOn,
		@Size(max = 1000) @Nullable String auditResult, @Nullable Long version) {

	/** An empty form. */
	static ActivityForm blank() {
		return new ActivityForm("", "", "", "", false, null, "", null, null, null, null, null, null, 0L);
	}

	/** The form of an activity as it stands. */
	static ActivityForm of(Activity activity, @Nullable String inCharge) {
		ActivityText text = activity.text();
		return new ActivityForm(text.name(), text.purpose(), text.legalBasis(), text.categories(), text.aboutMinors(),
				text.recipients(), text.retention(), inCharge, null, activity.assessedOn(), text.assessment(),
				activity.auditedOn(), text.auditResult(), activity.version());
	}

	/** What it says. */
	ActivityText text() {
		return new ActivityText(this.name.strip(), this.purpose.strip(), this.legalBasis.strip(),
				this.categories.strip(), Boolean.TRUE.equals(this.aboutMinors), filled(this.recipients),
				this.retention.strip(), filled(this.assessment), filled(this.auditResult));
	}

	private static String filled(@Nullable String text) {
		return Objects.requireNonNullElse(text, "").strip();
	}

	@Override
	public String toString() {
		return "ActivityForm[" + this.version + "]";
	}

}

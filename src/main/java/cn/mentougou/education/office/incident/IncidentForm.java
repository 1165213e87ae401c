package cn.mentougou.education.office.incident;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What is typed about an incident; times are Beijing's. */
record IncidentForm(@NotNull @DateTimeFormat(pattern = IncidentForm.TIME) @Nullable LocalDateTime happenedAt,
		@NotNull @DateTimeFormat(pattern = IncidentForm.TIME) @Nullable LocalDateTime knownAt,
		@NotBlank @Size(max = 1000) @Nullable String what, @NotBlank @Size(max = 500) @Nullable String categories,
		@NotNull @Min(0) @Nullable Long people, @Nullable Boolean aboutMinors,
		@Size(max = 1000) @Nullable String measures, @Size(max = 200) @Nullable String authority,
		@DateTimeFormat(pattern = IncidentForm.TIME) @Nullable LocalDateTime authorityToldAt,
		@Size(max = 500) @Nullable String peopleToldHow,
		@DateTimeFormat(pattern = IncidentForm.TIME) @Nullable LocalDateTime peopleToldAt,
		@Size(max = 500) @Nullable String peopleNotToldBecause, @Nullable Long version) {

	/** As the browser's field for a time writes it. */
	static final String TIME = "yyyy-MM-dd'T'HH:mm";

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	/** A form in which only the time is filled in. */
	static IncidentForm blank(Instant now) {
		return new IncidentForm(null, time(now), null, null, 0L, false, null, null, null, null, null, null, 0L);
	}

	/** The form of an incident as it stands. */
	static IncidentForm of(Incident incident) {
		Incident.Account account = incident.account();
		return new IncidentForm(time(account.happenedAt()), time(account.knownAt()), account.what(),
				account.categories(), account.people(), account.aboutMinors(), account.measures(), account.authority(),
				time(account.authorityToldAt()), account.peopleToldHow(), time(account.peopleToldAt()),
				account.peopleNotToldBecause(), incident.version());
	}

	/** What it says, once it was found valid. */
	Incident.Account account() {
		return new Incident.Account(Objects.requireNonNull(at(this.happenedAt)),
				Objects.requireNonNull(at(this.knownAt)), filled(this.what), filled(this.categories),
				Objects.requireNonNull(this.people), Boolean.TRUE.equals(this.aboutMinors), filled(this.measures),
				filled(this.authority), at(this.authorityToldAt), filled(this.peopleToldHow), at(this.peopleToldAt),
				filled(this.peopleNotToldBecause));
	}

	private static String filled(@Nullable String text) {
		return Objects.requireNonNullElse(text, "").strip();
	}

	private static @Nullable Instant at(@Nullable LocalDateTime time) {
		return (time != null) ? time.atZone(BEIJING).toInstant() : null;
	}

	private static @Nullable LocalDateTime time(@Nullable Instant at) {
		return (at != null) ? LocalDateTime.ofInstant(at, BEIJING) : null;
	}

	@Override
	public String toString() {
		return "IncidentForm[" + this.version + "]";
	}

}

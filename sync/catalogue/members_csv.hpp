// Members as another program exported them: a phone, a name and whatever else it
// kept. Columns we know fill the profile; the rest is carried as it stands, by its
// heading. Gives nobody an id and seals nothing: the head office does.
#pragma once

#include "sync/catalogue/encoding.hpp"
#include "sync/events/member_events.hpp"
#include "sync/events/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai {

// Points that came along, good until the end of `expires_on` (ISO date; empty: the
// file does not say).
struct ImportedPoints {
    std::int64_t points{0};
    std::string expires_on;

    bool operator==(const ImportedPoints&) const = default;
};

struct ImportedMember {
    MemberProfile profile;              // Without an id.
    std::vector<ImportedPoints> points; // None of them zero.
    bool names_limit{false};            // The file says what she may owe, zero perhaps.
    std::vector<std::pair<std::string, std::string>>
        attributes; // Heading and text of the other columns that hold something.
    std::int64_t line{0};
};

// A phone as it is kept: digits only, a Chinese mobile without its 86. Nothing for what is no phone.
[[nodiscard]] std::optional<std::string> plain_phone(std::string_view text);

// All or nothing, in the file's order. Known headings, in English or Chinese: phone,
// name, reading (pronunciation), form_of_address or gender, tier, tier_until, birthday,
// usual_size, note, card, joined_on, points with points_expire, and points_2 with
// points_2_expire. Refuses, with the line, with the codes of encoding.hpp and
// csv.hpp, csv.missing_column, members.missing_name, members.bad_phone,
// members.duplicate_phone, members.duplicate_card, members.bad_points and members.bad_date.
[[nodiscard]] Result<std::vector<ImportedMember>> read_members(std::string_view bytes,
                                                               Encoding encoding = Encoding::utf8);

} // namespace guitai

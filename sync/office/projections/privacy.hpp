// The members' own keys to their files, who was at them, and what they asked the privacy officer for.
#pragma once

#include "sync/events/event.hpp"
#include "sync/office/projections/projection.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

class Privacy final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"passwords", "password_tries", "file_accesses", "privacy_wishes", "erased_members"};
    }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

// Nothing: she never chose one. With an empty hash: it was taken away.
[[nodiscard]] std::optional<Password> password_of(database::Connection& connection, const MemberId& member);

struct PasswordTries {
    std::int64_t failed{0}; // Since the last right one.
    std::int64_t last_at_ms{0};
};
[[nodiscard]] PasswordTries password_tries(database::Connection& connection, const MemberId& member);

struct AccessRow {
    MemberId member;
    FileAccess access{FileAccess::read};
    StaffName staff; // Empty: she herself.
    Role role{Role::clerk};
    PlaceCode store; // Empty: here.
    std::int64_t at_ms{0};
};
// The newest first. `member` empty: of all of them.
[[nodiscard]] std::vector<AccessRow> accesses_of(database::Connection& connection, const MemberId& member,
                                                 std::int64_t limit);
// When that person last read it here; 0: never.
[[nodiscard]] std::int64_t last_read_at(database::Connection& connection, const MemberId& member,
                                        const StaffName& staff);

struct WishRow {
    MemberId member;
    PrivacyWish wish{PrivacyWish::copy};
    std::int64_t asked_at_ms{0};
    PlaceCode store;
    StaffName staff; // Empty: she herself.
};
// The oldest first. `member` empty: of all of them.
[[nodiscard]] std::vector<WishRow> open_wishes(database::Connection& connection, const MemberId& member = {});

struct ErasedRow {
    MemberId member;
    StaffName staff;
    std::int64_t at_ms{0};
};
[[nodiscard]] std::vector<ErasedRow> erased_members(database::Connection& connection, std::int64_t limit);
[[nodiscard]] bool is_erased(database::Connection& connection, const MemberId& member);

} // namespace guitai::office

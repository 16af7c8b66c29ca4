// What the head office wrote, by kind and time: with who did it (office_acts), the audit of its people.
#pragma once

#include "sync/office/projections/projection.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

class OfficeLines final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"office_lines"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct OfficeAct {
    std::int64_t number{0}; // Of the head office's event.
    std::string kind;
    std::int64_t at_ms{0};
    std::string actor; // A person, or a program.
};

struct ActFilter {
    std::string actor; // Empty: of anybody.
    std::string kind;  // Empty: of any kind.
    std::int64_t from_ms{0};
    std::int64_t until_ms{0}; // Not included; 0: until now.
};

// What somebody is answerable for, the newest first, `skip` of them left out.
[[nodiscard]] std::vector<OfficeAct> office_acts(database::Connection& connection, const ActFilter& filter, int limit,
                                                 std::int64_t skip = 0);
// Everybody who did anything, and every kind of thing that was done; by name.
[[nodiscard]] std::vector<std::string> office_actors(database::Connection& connection);
[[nodiscard]] std::vector<std::string> office_kinds(database::Connection& connection);

} // namespace guitai::office

// The promotion forms as their author wrote them, every revision of them. Keeps
// texts; what a form means is for sync/pricing.
#pragma once

#include "sync/events/catalogue_events.hpp"
#include "sync/office/projections/projection.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

class PromotionForms final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"promotion_parts"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct PromotionRevision {
    std::int64_t revision{0};
    std::int64_t at_ms{0};
    std::string actor; // Who brought it in.
};

// The newest first. A revision of which a part is missing is none.
[[nodiscard]] std::vector<PromotionRevision> promotion_revisions(database::Connection& connection, int limit);
// 0 where there is none.
[[nodiscard]] std::int64_t newest_revision(database::Connection& connection);
// The whole text, or nothing while it is not all here.
[[nodiscard]] std::optional<std::string> promotion_text(database::Connection& connection, std::int64_t revision);

} // namespace guitai::office

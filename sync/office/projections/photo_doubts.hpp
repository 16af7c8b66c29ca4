// Goods that came back because they differ from their photograph, and the styles
// whose photographs somebody has to look at for it.
#pragma once

#include "sync/events/advice_events.hpp"
#include "sync/office/projections/projection.hpp"

#include <string>
#include <vector>

namespace guitai::office {

// So many such returns of a style within so many days make a task.
inline constexpr std::int64_t photo_doubts_for_task{3};
inline constexpr std::int64_t photo_doubt_days{30};

class PhotoDoubts final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"photo_doubts", "photo_tasks"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct PhotoDoubt {
    StyleId style;
    std::string name;
    std::string picture;
    std::int64_t doubts{0}; // Since it was looked at last.
    std::string latest;     // ISO date of the last one.
    std::string since;      // ISO date since when it is a task; empty: it is not, only flagged.
};

// Every style that is flagged, tasks first, then the latest.
[[nodiscard]] std::vector<PhotoDoubt> photo_doubts(database::Connection& connection, int limit);
[[nodiscard]] std::int64_t count_photo_tasks(database::Connection& connection);

} // namespace guitai::office

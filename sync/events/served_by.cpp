#include "sync/events/served_by.hpp"

#include <map>

namespace guitai {

StaffName served_by(const SaleCompleted& sale)
{
    std::map<StaffName, std::int64_t> shares;
    for (const SaleLine& line : sale.lines) {
        for (const GuideShare& guide : line.guides) shares[guide.staff] += guide.share.value;
    }
    StaffName most{sale.staff};
    std::int64_t best{0};
    for (const auto& [staff, share] : shares) {
        if (share <= best) continue;
        most = staff;
        best = share;
    }
    return most;
}

} // namespace guitai

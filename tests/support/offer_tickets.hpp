// Tickets that offers look at, and offers that look at them; the same in the tests of both.
#pragma once

#include "tests/support/fake_ports.hpp"

#include <initializer_list>
#include <string>

namespace guitai::test {

inline const Recipient to_her_home{"林晓梅", "13800000001", "中山路 1 号"};
inline const Sku scarf{"PS01"}; // ¥129, and the member pays the same.

inline constexpr const char* fifty_off_300{R"({"id": "C300", "name": {"zh_CN": "满 300 减 50", "en": "50 off 300"},
    "kind": "order", "steps": [{"amount_minor": 30000, "off": {"amount_minor": 5000}}]})"};

inline constexpr const char* ten_off_coupon{R"({"id": "TEN", "name": {"zh_CN": "十元券", "en": "Ten off"},
    "kind": "order", "code": true, "steps": [{"amount_minor": 10000, "off": {"amount_minor": 1000}}]})"};

inline constexpr const char* ten_for_next_time{R"({"id": "NEXT", "name": {"zh_CN": "下次减十元", "en": "Ten next time"},
    "kind": "issue", "min_amount_minor": 20000, "coupon": "TEN", "valid_days": 30, "starts_after_days": 1})"};

inline std::string all(std::initializer_list<const char*> rows)
{
    std::string list;
    for (const char* const row : rows) list += (list.empty() ? "" : ", ") + std::string{row};
    return list;
}

inline void add_scarves(Counter& counter, std::int64_t pieces)
{
    counter.must(AddProduct{scarf, Quantity::pieces(pieces)});
}

inline SaleCompleted sell(Counter& counter)
{
    counter.must(Pay{TenderKind::cash, counter.view().cart.due});
    return counter.books.all<SaleCompleted>().back();
}

inline Money due(const Counter& counter) { return counter.view().cart.due; }

} // namespace guitai::test

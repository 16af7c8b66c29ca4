#include "tests/bench/counted.hpp"

#include "tests/bench/big_shop.hpp"
#include "tests/bench/measure.hpp"

namespace guitai::bench {

// Out of line, and named for the one who counts: packaging/count-instructions.
[[gnu::noinline]] void counted_scan(Till& till, const std::string& digits)
{
    must(till.handle(ScanBarcode{digits}), "scan");
}

[[gnu::noinline]] void counted_search(Till& till, const char* text)
{
    must(till.handle(SearchFor{text, 20}), "search");
}

[[gnu::noinline]] void counted_sale(Till& till)
{
    must(till.handle(Pay{TenderKind::cash, till.view().cart.due, {}}), "pay");
}

[[gnu::noinline]] void counted_rest(TillStore& store) { store.settle(); }

void do_counted_work(Till& till, TillStore& store, std::int64_t items)
{
    constexpr int lines{5};
    for (int i{0}; i < counted_times; ++i) {
        // The first of a ticket is not like the others; what is counted is a scan onto four lines.
        for (int line{0}; line < lines; ++line) {
            const std::string digits{barcode_of((i * lines + line) * 37 % items)};
            if (line + 1 == lines) counted_scan(till, digits);
            else must(till.handle(ScanBarcode{digits}), "scan");
        }
        counted_sale(till);
        counted_rest(store);
        must(till.handle(NextCustomer{}), "next");
        counted_search(till, "轻薄");
    }
    must(till.handle(SearchFor{}), "search");
}

} // namespace guitai::bench

#include "sync/catalogue/import.hpp"
#include "sync/catalogue/members_csv.hpp"
#include "sync/catalogue/stock_csv.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/folders.hpp"

#include <fstream>
#include <iterator>
#include <random>

using namespace guitai;

namespace {

std::string demo_file(const std::string& name)
{
    std::ifstream file{test::source_root() + "/assets/demo/" + name, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

// Reads `bytes` as everything that can be imported; a refusal must say what it is about.
void read_as_anything(const std::string& bytes)
{
    for (const Encoding encoding : {Encoding::utf8, Encoding::gb18030}) {
        CatalogueOptions options;
        options.encoding = encoding;
        const auto catalogue = read_catalogue(bytes, options);
        const auto stock = read_stock(bytes, encoding);
        const auto members = read_members(bytes, encoding);
        CHECK((catalogue || !catalogue.error().detail.empty()));
        CHECK((stock || !stock.error().detail.empty()));
        CHECK((members || !members.error().detail.empty()));
    }
}

} // namespace

TEST_CASE("a file cut anywhere is refused or holds fewer goods, never other ones", "[catalogue][damage]")
{
    const std::string whole{demo_file("catalogue.csv").substr(0, 6'000)};
    const auto all = read_catalogue(whole.substr(0, whole.rfind('\n') + 1));
    REQUIRE(all);

    for (std::size_t length{0}; length < whole.size(); length += 7) {
        const auto read = read_catalogue(whole.substr(0, length));
        if (!read) continue;
        INFO("cut after " << length << " bytes");
        REQUIRE(read->items.size() <= all->items.size());
        // The last row may have been cut inside its last cells; all before it are whole.
        for (std::size_t at{0}; at + 1 < read->items.size(); ++at) CHECK(read->items[at] == all->items[at]);
    }
}

TEST_CASE("a damaged file never does harm", "[catalogue][damage]")
{
    const auto seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937 chance{seed};
    const std::string heads[]{demo_file("catalogue.csv").substr(0, 2'000), demo_file("stock.csv").substr(0, 300),
                              demo_file("members.csv").substr(0, 1'000)};

    for (int round{0}; round < 300; ++round) {
        std::string bytes{heads[chance() % 3]};
        for (auto count = chance() % 6; count > 0; --count) {
            constexpr std::string_view nasty{",\"\n\r'=\xFF\xE7|0-9. "};
            bytes[chance() % bytes.size()] = nasty[chance() % nasty.size()];
        }
        read_as_anything(bytes);
    }
}

#include "sync/office/commands/command_line.hpp"
#include "sync/office/commands/imports.hpp"
#include "sync/office/commands/shop.hpp"

#include "sync/office/projections/items.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/stock.hpp"
#include "tests/office/fresh_office.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

struct Said {
    int code{0};
    std::string out;
    std::string err;
};

Said run(std::vector<const char*> words)
{
    std::ostringstream out;
    std::ostringstream err;
    words.insert(words.begin(), "guitai-office");
    const int code{run_command_line(static_cast<int>(words.size()), words.data(), out, err)};
    return {code, out.str(), err.str()};
}

// A database file that is gone with the test.
class OwnFile {
public:
    explicit OwnFile(const std::string& name)
        : m_folder{std::filesystem::temp_directory_path() / ("guitai-" + name + "-" + std::to_string(::getpid()))}
    {
        std::filesystem::remove_all(m_folder);
        std::filesystem::create_directories(m_folder);
    }
    ~OwnFile() { std::filesystem::remove_all(m_folder); }
    OwnFile(const OwnFile&) = delete;
    OwnFile& operator=(const OwnFile&) = delete;
    [[nodiscard]] std::string url() const { return "sqlite:" + (m_folder / "office.db").string(); }
    // A file beside it.
    [[nodiscard]] std::string write(const std::string& name, std::string_view text) const
    {
        std::ofstream{m_folder / name, std::ios::binary} << text;
        return (m_folder / name).string();
    }

private:
    std::filesystem::path m_folder;
};

bool is_one_line(const std::string& text)
{
    return std::count(text.begin(), text.end(), '\n') == 1;
}

constexpr std::string_view shirts{"Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Barcode\n"
                                  "shirt,Shirt,Size,S,SH-S,59.00,2000000000015\n"
                                  "shirt,,Size,M,SH-M,59.00,2000000000022\n"};

} // namespace

TEST_CASE("a shop is made, changed and left alone when nothing changed")
{
    on_each_engine([](FreshOffice& fresh) {
        PlaceSet shop;
        shop.place = {"S03"};
        shop.name = "文化路店";

        REQUIRE(add_store(*fresh.office, shop).has_value());
        const std::size_t events{fresh.news().size()};
        REQUIRE(add_store(*fresh.office, shop).has_value());
        CHECK(fresh.news().size() == events);
        shop.tax_included = false;
        REQUIRE(add_store(*fresh.office, shop).has_value());

        CHECK(find_place(*fresh.connection, {"S03"}) == shop);
    });
}

TEST_CASE("codes, names, rates, fees and PINs that make no sense are refused")
{
    on_each_engine([](FreshOffice& fresh) {
        PlaceSet shop;
        shop.name = "店";
        for (const char* code : {"", "S 1", "一号店", "A-VERY-LONG-CODE"}) {
            shop.place = {code};
            CHECK(add_store(*fresh.office, shop).error().code == "store.bad_code");
        }
        for (const char* pin : {"123", "1234567890123", "12a4", ""}) {
            CHECK(add_staff(*fresh.office, {{"王芳"}, {"S01"}, Role::clerk, pin}).error().code == "staff.bad_pin");
        }
        CHECK(add_staff(*fresh.office, {{"王芳"}, {"S99"}, Role::clerk, "2468"}).error().code == "store.unknown");
        CHECK(add_staff(*fresh.office, {{"王芳"}, {}, Role::clerk, "2468"}).error().code == "staff.missing_store");
        CHECK(add_staff(*fresh.office, {{" "}, {"S01"}, Role::clerk, "2468"}).error().code == "staff.bad_name");
        CHECK(read_rate("13") == BasisPoints{1'300});
        CHECK_FALSE(read_rate("130").has_value());
        CHECK(read_fee("12.50") == Money::from_minor(1'250));
        CHECK_FALSE(read_fee("-1").has_value());
        CHECK(print_enrol_code(*fresh.office, {"W01"}).error().code == "store.not_a_shop");
        CHECK(staff_named(*fresh.connection, {"王芳"}).empty());
    });
}

TEST_CASE("a catalogue is listed once and only its changes after that")
{
    on_each_engine([](FreshOffice& fresh) {
        std::string dearer{shirts};
        dearer.replace(dearer.find("59.00"), 5, "69.00");
        REQUIRE(import_catalogue(*fresh.office, shirts, {}).has_value());
        const std::size_t events{fresh.news().size()};

        REQUIRE(import_catalogue(*fresh.office, shirts, {}).has_value());
        CHECK(fresh.news().size() == events);
        REQUIRE(import_catalogue(*fresh.office, dearer, {}).has_value());

        const auto listed = fresh.news_of<ItemsListed>().back();
        REQUIRE(listed.items.size() == 1);
        CHECK(listed.items.front().sku == Sku{"SH-S"});
        CHECK(find_item(*fresh.connection, {"SH-S"})->price == Money::from_minor(6'900));
        CHECK_FALSE(find_item(*fresh.connection, {"COAT-M"})->withdrawn); // Not in the file, and kept.
    });
}

TEST_CASE("goods that a file no longer has are withdrawn only when that is asked for")
{
    on_each_engine([](FreshOffice& fresh) {
        CatalogueImport options;
        options.missing = Missing::withdrawn;

        REQUIRE(import_catalogue(*fresh.office, shirts, options).has_value());

        CHECK(find_item(*fresh.connection, {"COAT-M"})->withdrawn);
        CHECK_FALSE(find_item(*fresh.connection, {"SH-S"})->withdrawn);
    });
}

TEST_CASE("a barcode that other goods on sale have is refused and nothing is listed")
{
    on_each_engine([](FreshOffice& fresh) {
        REQUIRE(import_catalogue(*fresh.office, shirts, {}).has_value());
        std::string thief{"Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Barcode\n"
                          "hat,Hat,Size,U,HAT,20.00,2000000000015\n"};

        const auto imported = import_catalogue(*fresh.office, thief, {});

        REQUIRE_FALSE(imported.has_value());
        CHECK(imported.error().code == "catalogue.duplicate_barcode");
        CHECK_FALSE(is_listed(*fresh.connection, {"HAT"}));
    });
}

TEST_CASE("a count sets levels by what is missing to them")
{
    on_each_engine([](FreshOffice& fresh) {
        const std::string counts{"location,sku,quantity\nW01,COAT-M,5\nS01,COAT-L,2\n"};

        REQUIRE(import_stock(*fresh.office, counts, Encoding::utf8).has_value());
        const std::size_t events{fresh.news().size()};
        REQUIRE(import_stock(*fresh.office, counts, Encoding::utf8).has_value());

        CHECK(fresh.news().size() == events);
        CHECK(on_hand_milli(*fresh.connection, {"W01"}, {"COAT-M"}) == 5'000);
        CHECK(on_hand_milli(*fresh.connection, {"S01"}, {"COAT-L"}) == 2'000);
        CHECK(fresh.news_of<StockMoved>().back().moves.front().change == Quantity::pieces(2));
    });
}

TEST_CASE("a count of unknown goods or places is refused with its line and changes nothing")
{
    on_each_engine([](FreshOffice& fresh) {
        const auto sku =
            import_stock(*fresh.office, "location,sku,quantity\nW01,COAT-M,9\nW01,NONE,1\n", Encoding::utf8);
        const auto place = import_stock(*fresh.office, "location,sku,quantity\nX99,COAT-M,9\n", Encoding::utf8);

        CHECK(sku.error().code == "stock.unknown_sku");
        CHECK(sku.error().detail.find("line 3") != std::string::npos);
        CHECK(place.error().code == "stock.unknown_place");
        CHECK(on_hand_milli(*fresh.connection, {"W01"}, {"COAT-M"}) == 3'000);
    });
}

TEST_CASE("what a member may owe is what the last file that says so says, nothing included")
{
    on_each_engine([](FreshOffice& fresh) {
        const auto limit_after = [&](std::string_view file) {
            REQUIRE(import_members(*fresh.office, file, Encoding::utf8).has_value());
            return find_member(*fresh.connection, "13800000001")->account_limit.minor();
        };

        CHECK(limit_after("phone,name,account_limit\n13800000001,张敏,500\n") == 50'000);
        CHECK(limit_after("phone,name\n13800000001,张敏\n") == 50'000);
        CHECK(limit_after("phone,name,account_limit\n13800000001,张敏,\n") == 50'000);
        CHECK(limit_after("phone,name,account_limit\n13800000001,张敏,0\n") == 0);
    });
}

TEST_CASE("members are known again by their phone and keep what a later file leaves out")
{
    on_each_engine([](FreshOffice& fresh) {
        REQUIRE(import_members(*fresh.office, "phone,name,tier,points\n13800000001,张敏,金卡,50\n", Encoding::utf8)
                    .has_value());
        REQUIRE(
            import_members(*fresh.office, "phone,name,points\n13800000001,张小敏,80\n", Encoding::utf8).has_value());

        const auto story = member_story(*fresh.connection, "13800000001");
        REQUIRE(story.has_value());
        CHECK(count_members(*fresh.connection) == 1);
        CHECK(story->profile.name == "张小敏");
        CHECK(story->profile.tier == "金卡");
        CHECK(story->lots.front().points == 80);
    });
}

TEST_CASE("a shop is made by hand with the command line")
{
    const OwnFile file{"by-hand"};
    const std::string url{file.url()};

    CHECK(run({"add-store", "--db", url.c_str(), "--code", "S01", "--name", "人民路店"}).code == 0);
    CHECK(
        run({"add-staff", "--db", url.c_str(), "--store", "S01", "--name", "王芳", "--role", "clerk", "--pin", "2468"})
            .code == 0);
    const Said code{run({"enrol-code", "--db", url.c_str(), "--store", "S01"})};
    const Said token{run({"token", "--db", url.c_str(), "--role", "office"})};
    const Said verdict{run({"verify", "--db", url.c_str()})};

    CHECK(code.out.size() == enrol_code_length + 1);
    CHECK(token.out.size() == 49);
    CHECK(verdict.code == 0);
    CHECK(verdict.out.find("\"ok\":true") != std::string::npos);
}

TEST_CASE("promotions are brought in with the command line, and a fault is one line with file and place")
{
    const OwnFile file{"promotions"};
    const std::string url{file.url()};
    const std::string good{file.write(
        "good.json", R"({"format":"guitai.promotions","version":1,"revision":3,"currency":"CNY","promotions":[]})")};
    const std::string bad{file.write(
        "bad.json", R"({"format":"guitai.promotions","version":1,"revision":4,"currency":"CNY","promotions":[1]})")};

    const Said done{run({"import-promotions", "--db", url.c_str(), good.c_str()})};
    const Said refused{run({"import-promotions", "--db", url.c_str(), bad.c_str()})};

    CHECK(done.code == 0);
    CHECK(done.out == "0 promotions, revision 3: in force\n");
    CHECK(refused.code == 2);
    CHECK(is_one_line(refused.err));
    CHECK(refused.err.find("bad.json: promotions[0]") != std::string::npos);
    CHECK(run({"verify", "--db", url.c_str()}).code == 0);
}

TEST_CASE("a refusal that names a place also says what is wrong there")
{
    const OwnFile file{"complaints"};
    const std::string url{file.url()};
    REQUIRE(run({"add-store", "--db", url.c_str(), "--code", "S01", "--name", "人民路店"}).code == 0);
    const std::string bad{file.write("rules.json", R"({"rounding":"sideways"})")};
    const std::string broken{file.write("broken.json", "{\"format\":")};

    const Said rules{run({"set-rules", "--db", url.c_str(), "--store", "S01", bad.c_str()})};
    const Said form{run({"import-promotions", "--db", url.c_str(), broken.c_str()})};

    for (const Said& said : {rules, form}) {
        CHECK(said.code == 2);
        CHECK(is_one_line(said.err));
    }
    CHECK(rules.err.find("rules.json: rounding: this value cannot be") != std::string::npos);
    CHECK(form.err.find("it is no JSON any more") != std::string::npos);
}

TEST_CASE("a misspelt database is refused by what needs one, and no new one is left behind")
{
    const OwnFile file{"typo"};
    const std::string url{file.url()};
    const std::string count{file.write("count.csv", "location,sku,quantity\nS01,SH-S,3\n")};

    const std::vector<std::vector<const char*>> commands{
        {"add-staff", "--db", url.c_str(), "--store", "S01", "--name", "王芳", "--role", "clerk", "--pin", "2468"},
        {"enrol-code", "--db", url.c_str(), "--store", "S01"},
        {"import-stock", "--db", url.c_str(), count.c_str()}};

    for (const auto& words : commands) {
        const Said said{run(words)};
        INFO(words.front() << ": " << said.err);
        CHECK(said.code == 2);
        CHECK(is_one_line(said.err));
        CHECK(said.err.find("office.no_books") != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(url.substr(std::string{"sqlite:"}.size())));
    }
}

TEST_CASE("a wrong word is one line on stderr and exit 2")
{
    const OwnFile file{"wrong-words"};
    const std::string url{file.url()};
    const std::vector<std::vector<const char*>> wrong{
        {},
        {"dance"},
        {"add-store", "--db", url.c_str()},
        {"add-store", "--db", url.c_str(), "--code", "S 1", "--name", "x"},
        {"add-store", "--db", url.c_str(), "--code", "S01", "--name", "x", "--kind", "kiosk"},
        {"add-store", "--db", url.c_str(), "--code", "S01", "--name", "x", "--tax-rate", "lots"},
        {"add-staff", "--db", url.c_str(), "--store", "S01", "--name", "x", "--role", "king", "--pin", "2468"},
        {"import-stock", "--db", url.c_str(), "no-such-file.csv"},
        {"import-stock", "--db", url.c_str(), "--encoding", "klingon", "no-such-file.csv"},
        {"serve", "--db", url.c_str(), "--listen", "nowhere"},
        {"import-promotions", "--db", url.c_str(), "no-such-file.json"},
        {"verify", "--db", "mongodb://x"},
    };
    for (const auto& words : wrong) {
        const Said said{run(words)};

        CAPTURE(words, said.err);
        CHECK(said.code == 2);
        CHECK(said.out.empty());
        CHECK(is_one_line(said.err));
    }
}

TEST_CASE("every command tells what it wants")
{
    for (const char* command : {"serve", "add-store", "add-staff", "enrol-code", "token", "import-catalogue",
                                "import-stock", "import-members", "import-promotions", "verify"}) {
        const Said said{run({command, "--help"})};

        CAPTURE(command);
        CHECK(said.code == 0);
        CHECK(said.out.find("--db") != std::string::npos);
    }
}

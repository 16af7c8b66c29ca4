#include "terminal/ui/photo_files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_folder.hpp"

#include <atomic>
#include <fstream>
#include <memory>
#include <semaphore>
#include <set>

using namespace guitai;
using namespace guitai::ui;

namespace {

Pixels plain(int width, int height, std::uint8_t tone)
{
    return {width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height) * 4U, tone)};
}

// A graphics card that only counts, and a shelf over a folder of its own.
struct Shelf {
    explicit Shelf(const std::filesystem::path& folder, PictureSource source = {})
        : photos{folder,
                 {.make = [this](const Pixels& pixels) { return made(pixels); },
                  .drop = [kept = living](ImTextureID texture) { kept->erase(texture); }},
                 [this] { ready.release(); },
                 std::move(source)}
    {
    }
    ImTextureID made(const Pixels& pixels)
    {
        sizes.push_back(std::max(pixels.width, pixels.height));
        const auto texture = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(sizes.size()));
        living->insert(texture);
        return texture;
    }
    // Asks, waits until it was read, asks again.
    const Photo* find(const std::string& name)
    {
        const Photo* at_once{photos.find(name)};
        if (at_once != nullptr) return at_once;
        ready.acquire();
        photos.take_read(now_ms);
        return photos.find(name);
    }

    std::int64_t now_ms{0};
    std::vector<int> sizes;
    std::shared_ptr<std::set<ImTextureID>> living{std::make_shared<std::set<ImTextureID>>()};
    std::counting_semaphore<> ready{0};
    PhotoFiles photos;
};

} // namespace

TEST_CASE("a photograph is absent at first, then there, and never larger than a tile needs", "[ui][photo]")
{
    const test::TempFolder folder;
    write_picture(plain(1600, 800, 200), folder.path() / "coat.png");
    Shelf shelf{folder.path()};

    const Photo* at_first{shelf.photos.find("coat.png")};
    shelf.ready.acquire();
    const Photo* before_the_frame{shelf.photos.find("coat.png")};
    shelf.photos.take_read(shelf.now_ms);
    const Photo* photo{shelf.photos.find("coat.png")};

    CHECK(at_first == nullptr);
    CHECK(before_the_frame == nullptr);
    REQUIRE(photo != nullptr);
    CHECK(photo->width <= PhotoFiles::side_max_px);
    CHECK(photo->width == 2.0F * photo->height);
}

TEST_CASE("an address finds the file it ends in", "[ui][photo]")
{
    const test::TempFolder folder;
    write_picture(plain(8, 8, 1), folder.path() / "coat.png");
    Shelf shelf{folder.path()};

    CHECK(shelf.find("https://cdn.example.com/files/coat.png?v=16") != nullptr);
}

TEST_CASE("a catalogue's picture name does not lead out of the folder", "[ui][photo]")
{
    const test::TempFolder folder;
    write_picture(plain(8, 8, 1), folder.path() / "secret.png");
    std::filesystem::create_directory(folder.path() / "photos");
    write_picture(plain(8, 8, 1), folder.path() / "photos" / "last.png");
    Shelf shelf{folder.path() / "photos"};

    const Photo* by_dots{shelf.photos.find("../secret.png")};
    const Photo* by_root{shelf.photos.find((folder.path() / "secret.png").string())};
    const Photo* last{shelf.find("last.png")}; // Read after the two before it.

    CHECK(by_dots == nullptr);
    CHECK(by_root == nullptr);
    CHECK(last != nullptr);
    CHECK(shelf.photos.find("../secret.png") == nullptr);
    CHECK(shelf.sizes.size() == 1);
}

TEST_CASE("an address with no file is asked for, and shown once it was fetched", "[ui][photo]")
{
    const test::TempFolder folder;
    const std::string address{"https://cdn.example.com/files/coat.png?v=16"};
    const std::filesystem::path fetched{folder.path() / "fetched" / "1"};
    std::counting_semaphore<> wanted{0};
    Shelf shelf{folder.path(), {.file = [&](const std::string&) { return fetched; },
                                .want = [&](const std::string& at) {
                                    if (at == address) wanted.release();
                                }}};

    const Photo* before{shelf.photos.find(address)};
    wanted.acquire();
    write_picture(plain(8, 8, 1), fetched);
    shelf.photos.arrived(address);

    CHECK(before == nullptr);
    CHECK(shelf.find(address) != nullptr);
}

TEST_CASE("what is not there is looked for again after a minute, while it is asked for", "[ui][photo]")
{
    const test::TempFolder folder;
    std::counting_semaphore<> wanted{0};
    std::atomic<int> asked{0};
    Shelf shelf{folder.path(), {.file = [&](const std::string&) { return folder.path() / "none"; },
                                .want = [&](const std::string&) {
                                    ++asked;
                                    wanted.release();
                                }}};
    const std::string address{"https://cdn.example.com/coat.png"};

    (void)shelf.photos.find(address);
    wanted.acquire();
    write_picture(plain(8, 8, 1), folder.path() / "coat.png"); // The owner puts it there by hand.
    shelf.now_ms = PhotoFiles::look_again_ms - 1;
    shelf.photos.take_read(shelf.now_ms);
    const Photo* too_soon{shelf.photos.find(address)};
    CHECK(asked == 1); // Not looked for a second time yet.
    shelf.now_ms = PhotoFiles::look_again_ms;
    shelf.photos.take_read(shelf.now_ms);

    CHECK(too_soon == nullptr);
    CHECK(shelf.find(address) != nullptr);
}

TEST_CASE("what is no picture is none", "[ui][photo]")
{
    const test::TempFolder folder;
    std::ofstream{folder.path() / "text.png"} << "not a picture";
    std::ofstream{folder.path() / "empty.png"};

    CHECK_FALSE(read_picture(folder.path() / "text.png", 100).has_value());
    CHECK_FALSE(read_picture(folder.path() / "empty.png", 100).has_value());
    CHECK_FALSE(read_picture(folder.path() / "none.png", 100).has_value());
    CHECK_FALSE(read_picture(folder.path(), 100).has_value());
}

TEST_CASE("a picture survives being written, and halves evenly", "[ui][photo]")
{
    const test::TempFolder folder;
    Pixels pixels{plain(4, 4, 0)};
    for (std::size_t i{0}; i < 16; ++i) pixels.rgba[i * 4 + 3] = 255;
    for (std::size_t i{0}; i < 16; i += 2) pixels.rgba[i * 4] = 200; // Red in every other column.
    write_picture(pixels, folder.path() / "new" / "stripes.png");

    const auto same = read_picture(folder.path() / "new" / "stripes.png", 4);
    const auto half = read_picture(folder.path() / "new" / "stripes.png", 3);

    REQUIRE(same.has_value());
    CHECK(same->rgba == pixels.rgba);
    REQUIRE(half.has_value());
    CHECK(half->width == 2);
    CHECK(half->rgba[0] == 100);
}

TEST_CASE("textures are given back when they are many, and at the end", "[ui][photo]")
{
    const test::TempFolder folder;
    write_picture(plain(2, 2, 9), folder.path() / "p.png");
    std::size_t most{0};
    std::shared_ptr<std::set<ImTextureID>> living;
    {
        Shelf shelf{folder.path()};
        for (std::size_t i{0}; i < PhotoFiles::photos_max + 5; ++i) {
            // The same file under many names.
            REQUIRE(shelf.find("p.png?v=" + std::to_string(i)) != nullptr);
            most = std::max(most, shelf.living->size());
        }
        living = shelf.living;
    }

    CHECK(most <= PhotoFiles::photos_max);
    CHECK(living->empty());
}

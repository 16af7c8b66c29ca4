#include "sync/office/witness.hpp"

#include "sync/office/crypto.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sstream>
#include <unistd.h>

namespace guitai::office {
namespace {

constexpr std::string_view mark{"guitai-witness-1"};
constexpr std::size_t record_bytes{256};
constexpr off_t place_apart{4'096}; // No disk writes both in one go.
constexpr int places{2};

[[noreturn]] void fail(const std::filesystem::path& path, const char* what)
{
    throw WitnessFailed{fmt::format("witness {}: {}: {}", path.string(), what, std::strerror(errno))};
}

class OpenFile {
public:
    OpenFile(const std::filesystem::path& path, int flags) : m_file{open(path.c_str(), flags | O_CLOEXEC, 0600)} {}
    ~OpenFile()
    {
        if (m_file >= 0) close(m_file);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    [[nodiscard]] int get() const { return m_file; }

private:
    int m_file;
};

std::string record_of(const BooksStand& stand, std::int64_t turn)
{
    const std::string told{
        fmt::format("{} {} {} {} {} {}", mark, turn, stand.office, stand.generation, stand.number, stand.tills)};
    std::string record{fmt::format("{} {}", told, sha256_of(told))};
    record.resize(record_bytes - 1, ' ');
    return record + '\n';
}

struct Noted {
    std::int64_t turn{0}; // The how manieth note it is.
    BooksStand stand;
};

// Nothing where the place was never written, or only half.
std::optional<Noted> read_place(const OpenFile& file, int place)
{
    std::array<char, record_bytes> bytes{};
    const auto got = pread(file.get(), bytes.data(), bytes.size(), place * place_apart);
    if (got != ssize_t{record_bytes}) return std::nullopt;
    std::istringstream words{std::string{bytes.data(), bytes.size()}};
    std::string first;
    std::string sum;
    Noted noted;
    BooksStand& stand{noted.stand};
    words >> first >> noted.turn >> stand.office >> stand.generation >> stand.number >> stand.tills >> sum;
    if (!words || record_of(stand, noted.turn) != std::string_view{bytes.data(), bytes.size()}) return std::nullopt;
    return noted;
}

// The newer of the two, and where it is; nothing where neither is whole.
std::optional<std::pair<Noted, int>> newest(const OpenFile& file)
{
    std::optional<std::pair<Noted, int>> found;
    for (int place{0}; place < places; ++place) {
        auto noted = read_place(file, place);
        if (noted && (!found || found->first.turn < noted->turn)) found.emplace(std::move(*noted), place);
    }
    return found;
}

} // namespace

void WitnessFile::note(const BooksStand& stand)
{
    const bool is_new{access(m_path.c_str(), F_OK) != 0};
    const OpenFile file{m_path, O_RDWR | O_CREAT};
    if (file.get() < 0) fail(m_path, "can not be opened");
    const auto last = newest(file);
    if (last && last->first.stand == stand) return;
    const int place{last ? (last->second + 1) % places : 0};
    const std::string record{record_of(stand, last ? last->first.turn + 1 : 1)};
    if (pwrite(file.get(), record.data(), record.size(), place * place_apart) != static_cast<ssize_t>(record.size())) {
        fail(m_path, "can not be written");
    }
    if (fdatasync(file.get()) != 0) fail(m_path, "can not be written to the disk");
    if (!is_new) return;
    const auto parent = m_path.has_parent_path() ? m_path.parent_path() : std::filesystem::path{"."};
    const OpenFile folder{parent, O_RDONLY | O_DIRECTORY}; // Else a power cut may take the name with it.
    if (folder.get() < 0 || fsync(folder.get()) != 0) fail(m_path, "its folder can not be written to the disk");
}

std::optional<BooksStand> WitnessFile::noted()
{
    const OpenFile file{m_path, O_RDONLY};
    if (file.get() < 0) {
        if (errno == ENOENT) return std::nullopt;
        fail(m_path, "can not be read");
    }
    const auto last = newest(file);
    if (!last) return std::nullopt;
    return last->first.stand;
}

} // namespace guitai::office

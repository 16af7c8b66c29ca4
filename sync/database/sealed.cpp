// The VFS that puts sealed pages under SQLite, and the ways to open and to make a sealed file.
#include "sync/database/sealed.hpp"

#include "sync/database/drivers.hpp"
#include "sync/database/sealed_file.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <mutex>
#include <utility>

namespace guitai::database {
namespace {

struct SealedVfs {
    std::string name;
    SealKey key{};
    sqlite3_vfs vfs{};
    sqlite3_vfs* base{nullptr};
};

// What SQLite holds as an open file: ours, and behind it the one of the VFS below.
struct SealedFile {
    sqlite3_file ours;
    SealedPages* pages; // Null: a file of another kind, left as it is.

    [[nodiscard]] sqlite3_file* inner() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

SealedFile& of(sqlite3_file* file) { return *reinterpret_cast<SealedFile*>(file); }
sqlite3_file* inner_of(sqlite3_file* file) { return of(file).inner(); }
const sqlite3_io_methods& below(sqlite3_file* file) { return *inner_of(file)->pMethods; }

int close_file(sqlite3_file* file)
{
    const int code{below(file).xClose(inner_of(file))};
    delete of(file).pages;
    of(file).pages = nullptr;
    return code;
}

int read_file(sqlite3_file* file, void* to, int bytes, sqlite3_int64 from)
{
    SealedPages* const pages{of(file).pages};
    if (pages == nullptr) return below(file).xRead(inner_of(file), to, bytes, from);
    return pages->read(static_cast<unsigned char*>(to), bytes, from);
}

int write_file(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 to)
{
    SealedPages* const pages{of(file).pages};
    if (pages == nullptr) return below(file).xWrite(inner_of(file), from, bytes, to);
    return pages->write(static_cast<const unsigned char*>(from), bytes, to);
}

// Without xFetch: a page that is mapped can not be opened on its way up.
const sqlite3_io_methods methods{
    .iVersion = 2,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = [](sqlite3_file* f, sqlite3_int64 size) { return below(f).xTruncate(inner_of(f), size); },
    .xSync = [](sqlite3_file* f, int flags) { return below(f).xSync(inner_of(f), flags); },
    .xFileSize = [](sqlite3_file* f, sqlite3_int64* size) { return below(f).xFileSize(inner_of(f), size); },
    .xLock = [](sqlite3_file* f, int level) { return below(f).xLock(inner_of(f), level); },
    .xUnlock = [](sqlite3_file* f, int level) { return below(f).xUnlock(inner_of(f), level); },
    .xCheckReservedLock = [](sqlite3_file* f, int* held) { return below(f).xCheckReservedLock(inner_of(f), held); },
    .xFileControl = [](sqlite3_file* f, int op, void* with) { return below(f).xFileControl(inner_of(f), op, with); },
    .xSectorSize = [](sqlite3_file* f) { return below(f).xSectorSize(inner_of(f)); },
    .xDeviceCharacteristics = [](sqlite3_file* f) { return below(f).xDeviceCharacteristics(inner_of(f)); },
    .xShmMap = [](sqlite3_file* f, int region, int size, int extend, void volatile** to) {
        return below(f).xShmMap(inner_of(f), region, size, extend, to);
    },
    .xShmLock = [](sqlite3_file* f, int at, int n, int flags) { return below(f).xShmLock(inner_of(f), at, n, flags); },
    .xShmBarrier = [](sqlite3_file* f) { below(f).xShmBarrier(inner_of(f)); },
    .xShmUnmap = [](sqlite3_file* f, int erase) { return below(f).xShmUnmap(inner_of(f), erase); },
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

SealedVfs& of(sqlite3_vfs* vfs) { return *static_cast<SealedVfs*>(vfs->pAppData); }

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* flags_out)
{
    SealedVfs& sealed{of(vfs)};
    SealedFile& ours{of(file)};
    ours.ours.pMethods = nullptr;
    ours.pages = nullptr;
    const int code{sealed.base->xOpen(sealed.base, name, ours.inner(), flags, flags_out)};
    if (ours.inner()->pMethods == nullptr) return code;
    if (code == SQLITE_OK && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) != 0) {
        const PagesOf pages{(flags & SQLITE_OPEN_WAL) != 0 ? PagesOf::log : PagesOf::file};
        try {
            ours.pages = new SealedPages{sealed.key, pages, *ours.inner()};
        } catch (const std::exception&) {
            ours.inner()->pMethods->xClose(ours.inner());
            return SQLITE_CANTOPEN;
        }
    }
    ours.ours.pMethods = &methods;
    return code;
}

sqlite3_vfs* base_of(sqlite3_vfs* vfs) { return of(vfs).base; }

void fill_in(SealedVfs& sealed)
{
    sqlite3_vfs& vfs{sealed.vfs};
    vfs.iVersion = 2;
    vfs.szOsFile = static_cast<int>(sizeof(SealedFile)) + sealed.base->szOsFile;
    vfs.mxPathname = sealed.base->mxPathname;
    vfs.zName = sealed.name.c_str();
    vfs.pAppData = &sealed;
    vfs.xOpen = open_file;
    vfs.xDelete = [](sqlite3_vfs* v, const char* name, int sync) {
        return base_of(v)->xDelete(base_of(v), name, sync);
    };
    vfs.xAccess = [](sqlite3_vfs* v, const char* name, int flags, int* may) {
        return base_of(v)->xAccess(base_of(v), name, flags, may);
    };
    vfs.xFullPathname = [](sqlite3_vfs* v, const char* name, int bytes, char* full) {
        return base_of(v)->xFullPathname(base_of(v), name, bytes, full);
    };
    vfs.xRandomness = [](sqlite3_vfs* v, int bytes, char* to) {
        return base_of(v)->xRandomness(base_of(v), bytes, to);
    };
    vfs.xSleep = [](sqlite3_vfs* v, int us) { return base_of(v)->xSleep(base_of(v), us); };
    vfs.xCurrentTime = [](sqlite3_vfs* v, double* now) { return base_of(v)->xCurrentTime(base_of(v), now); };
    vfs.xGetLastError = [](sqlite3_vfs* v, int bytes, char* text) {
        return base_of(v)->xGetLastError(base_of(v), bytes, text);
    };
    vfs.xCurrentTimeInt64 = [](sqlite3_vfs* v, sqlite3_int64* now) {
        if (base_of(v)->iVersion >= 2 && base_of(v)->xCurrentTimeInt64 != nullptr) {
            return base_of(v)->xCurrentTimeInt64(base_of(v), now);
        }
        double days{0.0};
        const int code{base_of(v)->xCurrentTime(base_of(v), &days)};
        constexpr double ms_of_day{86'400'000.0};
        *now = static_cast<sqlite3_int64>(days * ms_of_day);
        return code;
    };
}

// The VFS for that key over that base; made once, for as long as the program runs.
std::string vfs_for(const std::string& base_name, const SealKey& key)
{
    static std::mutex mutex;
    static std::map<std::pair<std::string, SealKey>, std::unique_ptr<SealedVfs>> known;
    const std::scoped_lock lock{mutex};
    sqlite3_vfs* const base{sqlite3_vfs_find(base_name.empty() ? nullptr : base_name.c_str())};
    if (base == nullptr) throw DatabaseError{Fault::unreachable, "no VFS is called " + base_name};
    std::unique_ptr<SealedVfs>& sealed{known[{base_name, key}]};
    if (sealed == nullptr) {
        sealed = std::make_unique<SealedVfs>();
        sealed->name = "sealed-" + std::to_string(known.size());
        sealed->key = key;
        sealed->base = base;
        fill_in(*sealed);
        if (sqlite3_vfs_register(&sealed->vfs, 0) != SQLITE_OK) {
            throw DatabaseError{Fault::other, "SQLite takes no further VFS"};
        }
    }
    sealed->base = base; // A disk of a test may have been made anew under its name.
    return sealed->name;
}

[[noreturn]] void fail(const std::string& doing)
{
    const int error{errno};
    throw DatabaseError{error == ENOSPC || error == EDQUOT ? Fault::full : Fault::unreachable,
                        doing + ": " + std::strerror(error)};
}

class OpenFile {
public:
    OpenFile(const std::filesystem::path& path, int flags) : m_file{::open(path.c_str(), flags | O_CLOEXEC, 0600)}
    {
        if (m_file < 0) fail("can not open " + path.string());
    }
    ~OpenFile() { ::close(m_file); }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    [[nodiscard]] int get() const { return m_file; }

private:
    int m_file;
};

// The whole page, or false at the end of the file.
bool read_page(int file, PageBytes& page)
{
    std::size_t have{0};
    while (have < page.size()) {
        const ssize_t got{::read(file, page.data() + have, page.size() - have)};
        if (got < 0) fail("can not read the file");
        if (got == 0) break;
        have += static_cast<std::size_t>(got);
    }
    if (have != 0 && have != page.size()) throw DatabaseError{Fault::corrupt, "the file ends in the middle of a page"};
    return have != 0;
}

enum class Turn { seal, unseal };

void turn_pages(const std::filesystem::path& file, const std::filesystem::path& turned, const SealKey& key, Turn turn)
{
    const OpenFile from{file, O_RDONLY};
    const OpenFile to{turned, O_WRONLY | O_CREAT | O_TRUNC};
    PageCipher cipher{key, PagesOf::file};
    PageBytes page;
    for (std::int64_t number{0}; read_page(from.get(), page); ++number) {
        const bool done{turn == Turn::seal ? cipher.seal(number, PageBytes{page}, page) : cipher.open(number, page)};
        if (!done) throw DatabaseError{Fault::other, "the machine's cipher fails"};
        const auto size = static_cast<ssize_t>(page.size());
        if (::write(to.get(), page.data(), page.size()) != size) fail("can not write " + turned.string());
    }
    if (::fsync(to.get()) != 0) fail("can not write " + turned.string());
}

// All of its log goes into the file; nobody may have it open beside us.
void close_log(std::unique_ptr<Connection> connection, const std::filesystem::path& file)
{
    {
        Statement size{*connection, "PRAGMA page_size"};
        if (!size.step() || size.integer(0) != static_cast<std::int64_t>(page_bytes)) {
            throw DatabaseError{Fault::corrupt, "pages of another size than " + std::to_string(page_bytes)};
        }
    }
    connection.reset();
    std::error_code error;
    const std::filesystem::path log{file.string() + "-wal"};
    if (std::filesystem::exists(log, error) && std::filesystem::file_size(log, error) > 0) {
        throw DatabaseError{Fault::busy, "somebody else has " + file.string() + " open"};
    }
}

void turn_file(const std::filesystem::path& file, const SealKey& key, Turn turn)
{
    const std::filesystem::path turned{file.string() + ".sealing"};
    turn_pages(file, turned, key, turn);
    std::error_code error;
    std::filesystem::remove(file.string() + "-wal", error);
    std::filesystem::remove(file.string() + "-shm", error);
    if (::rename(turned.c_str(), file.c_str()) != 0) fail("can not write " + file.string());
    const OpenFile folder{file.has_parent_path() ? file.parent_path() : ".", O_RDONLY | O_DIRECTORY};
    if (::fsync(folder.get()) != 0) fail("can not write " + file.string());
}

} // namespace

std::unique_ptr<Connection> open_sealed(const std::string& url, const SealKey& key, Access access)
{
    constexpr std::string_view sqlite{"sqlite:"};
    constexpr std::string_view vfs_mark{"?vfs="};
    if (!url.starts_with(sqlite)) throw DatabaseError{Fault::unreachable, "no file can be sealed at " + url};
    std::string path{url.substr(sqlite.size())};
    std::string base;
    if (const std::size_t mark{path.rfind(vfs_mark)}; mark != std::string::npos) {
        base = path.substr(mark + vfs_mark.size());
        path.resize(mark);
    }
    return open_sqlite(path, vfs_for(base, key), access, base.empty());
}

bool is_plain(const std::filesystem::path& file)
{
    constexpr std::string_view head{"SQLite format 3"};
    std::ifstream bytes{file, std::ios::binary};
    std::array<char, head.size()> begin{};
    return bytes.read(begin.data(), begin.size()) && std::string_view{begin.data(), begin.size()} == head;
}

void seal_file(const std::filesystem::path& file, const SealKey& key)
{
    close_log(open("sqlite:" + file.string()), file);
    turn_file(file, key, Turn::seal);
}

void unseal_file(const std::filesystem::path& file, const SealKey& key)
{
    close_log(open_sealed("sqlite:" + file.string(), key), file);
    turn_file(file, key, Turn::unseal);
}

} // namespace guitai::database
